package aurorapg.plan.migration;

/**
 * An output of an old stack.
 *
 * @param name its name there
 * @param output our stack output that says the same; null: none does
 * @param key our key that it decides; null: none
 * @param remark where the meaning differs; null: it does not
 */
record OldOutput(String name, String output, String key, String remark) {}
