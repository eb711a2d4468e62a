package dev.clutch.extensions.builtin.hashes;

/** What a digest has seen so far. */
interface HashState {
    void update(byte[] bytes, int offset, int length);

    /** The digest of what came so far; more may come. */
    byte[] digest(int length);

    HashState copy();
}
