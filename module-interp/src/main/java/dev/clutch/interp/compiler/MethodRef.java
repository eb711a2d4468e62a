package dev.clutch.interp.compiler;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/** A method or, with a null descriptor of parameters, what an invocation names. */
record MethodRef(ClassDesc owner, String name, MethodTypeDesc type) {}
