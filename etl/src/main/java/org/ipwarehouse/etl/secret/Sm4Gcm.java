package org.ipwarehouse.etl.secret;

import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4-GCM of Bouncy Castle. */
final class Sm4Gcm implements Gcm {
    private final GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
    private final KeyParameter key;

    Sm4Gcm(byte[] key) {
        this.key = new KeyParameter(key);
    }

    @Override
    public byte[] seal(byte[] nonce, byte[] bound, byte[] text, int length) {
        cipher.init(true, new AEADParameters(key, 8 * SealAlgorithm.TAG_BYTES, nonce, bound));
        try {
            return finished(text, 0, length);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("A whole text can be sealed", e);
        }
    }

    @Override
    public byte[] open(byte[] nonce, byte[] bound, byte[] sealed, int from, int length) throws Broken {
        if (length < SealAlgorithm.TAG_BYTES) {
            throw new Broken("shorter than its tag");
        }
        cipher.init(false, new AEADParameters(key, 8 * SealAlgorithm.TAG_BYTES, nonce, bound));
        try {
            return finished(sealed, from, length);
        } catch (InvalidCipherTextException e) {
            throw new Broken(String.valueOf(e.getMessage()));
        }
    }

    private byte[] finished(byte[] in, int from, int length) throws InvalidCipherTextException {
        byte[] out = new byte[cipher.getOutputSize(length)];
        int written = cipher.processBytes(in, from, length, out, 0);
        written += cipher.doFinal(out, written);
        return written == out.length ? out : Arrays.copyOf(out, written);
    }
}
