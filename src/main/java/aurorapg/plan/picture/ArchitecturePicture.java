package aurorapg.plan.picture; import aurorapg.plan.*; public final class ArchitecturePicture { public static String svg(Plan p){return "";} }
