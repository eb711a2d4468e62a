package dev.clutch.interp.nodes;

import java.util.List;

/**
 * What the grammar says of one class, the same for every interpreter.
 *
 * @param sum the sum that it belongs to; its own name for a product
 * @param positioned whether it has a position
 * @param requiredEnd whether the end of the position must be given
 * @param isRecord whether instances have fields or a position
 * @param javaName the Java type that it stands for, or whose constant it stands for
 */
record NodeDefinition(
        String name,
        String sum,
        String doc,
        List<NodeField> fields,
        boolean positioned,
        boolean requiredEnd,
        boolean isRecord,
        String javaName) {}
