package aurorapg.plan.picture;

import aurorapg.plan.Plan;

/** The architecture as people draw it, for a README or a review. */
public final class ArchitecturePicture {

    private ArchitecturePicture() {}

    /**
     * The picture of a plan's registered resources as SVG, the same bytes for the same plan.
     *
     * @param plan any plan, also one without a VPC, which is drawn in the network of another stack
     * @return a document that needs neither scripts nor fonts, light or dark as its reader prefers, ending in a
     *     line break
     */
    public static String svg(Plan plan) {
        return SvgWriter.write(Layout.of(Architecture.of(plan)));
    }
}
