package dev.clutch.interp.compiler;

import java.lang.constant.ClassDesc;

/** A field that an instruction names. */
record FieldRef(ClassDesc owner, String name, ClassDesc type) {}
