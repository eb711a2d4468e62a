package dev.clutch.extension.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An execution step of a module ({@code Py_mod_exec}, PEP 489): {@code void m(ThreadState ts, PyObject module)}. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
@Stability(since = "0.1")
public @interface Exec {
    /** Steps run in ascending order. */
    int order() default 0;
}
