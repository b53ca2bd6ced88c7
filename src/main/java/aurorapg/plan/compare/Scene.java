package aurorapg.plan.compare;

import aurorapg.plan.engine.Registration;
import java.util.List;

/**
 * What a rule judges: a resource that differs, amid everything that was and will be.
 */
record Scene(Pair pair, List<Registration> old, List<Registration> planned) {}
