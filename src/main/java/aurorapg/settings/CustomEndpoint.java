package aurorapg.settings;

import java.util.List;

/**
 * A name of its own for some of the cluster's instances.
 *
 * @param reader whether only readers answer, even when a member becomes the writer
 * @param members numbers of the instances, the writer is 1
 */
public record CustomEndpoint(boolean reader, List<Integer> members) {}
