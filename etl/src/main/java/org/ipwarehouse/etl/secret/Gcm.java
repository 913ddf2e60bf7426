package org.ipwarehouse.etl.secret;

/** One key's authenticated encryption. Not thread-safe. */
interface Gcm {

    /** @return bytes of {@code text}, encrypted, and the tag */
    byte[] seal(byte[] nonce, byte[] bound, byte[] text, int length);

    /** @throws Broken where a single bit of nonce, bound data, text or tag is another one */
    byte[] open(byte[] nonce, byte[] bound, byte[] sealed, int from, int length) throws Broken;

    /** Sealed data that is not what was sealed. */
    final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken(String why) {
            super("The sealed data does not authenticate: " + why);
        }
    }
}
