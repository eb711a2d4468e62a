package dev.clutch.interp.nodes;

/** A field of a node class: its ASDL type and how many values it takes. */
record NodeField(String type, Quantity quantity, String name) {
    /** How many values a field takes. */
    enum Quantity {
        ONE(""),
        OPTIONAL("?"),
        LIST("*");

        final String sign;

        Quantity(String sign) {
            this.sign = sign;
        }
    }

    @Override
    public String toString() {
        return type + quantity.sign + " " + name;
    }
}
