package dev.clutch.extensions.builtin.hashes;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A digest of the JDK's own provider. */
record JdkState(MessageDigest digest) implements HashState {
    static JdkState of(String algorithm) {
        try {
            return new JdkState(MessageDigest.getInstance(algorithm));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a JDK without " + algorithm, e);
        }
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }

    @Override
    public byte[] digest(int length) {
        return copy().digest.digest();
    }

    @Override
    public JdkState copy() {
        try {
            return new JdkState((MessageDigest) digest.clone());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(digest.getAlgorithm() + " of this JDK can't be copied", e);
        }
    }
}
