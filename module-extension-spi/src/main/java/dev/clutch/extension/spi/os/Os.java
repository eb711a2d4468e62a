package dev.clutch.extension.spi.os;

/** The operating system as one interpreter sees it. */
public interface Os {}
