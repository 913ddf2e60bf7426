package org.ipwarehouse.etl.secret;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.NoSuchPaddingException;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-GCM of the Java platform. */
final class AesGcm implements Gcm {
    private final Cipher cipher;
    private final SecretKeySpec key;

    AesGcm(byte[] key) {
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (NoSuchAlgorithmException | NoSuchPaddingException e) {
            throw new IllegalStateException("Every Java has AES/GCM/NoPadding", e);
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    @Override
    public byte[] seal(byte[] nonce, byte[] bound, byte[] text, int length) {
        try {
            begin(Cipher.ENCRYPT_MODE, nonce, bound);
            return cipher.doFinal(text, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A new nonce and a whole text can be sealed", e);
        }
    }

    @Override
    public byte[] open(byte[] nonce, byte[] bound, byte[] sealed, int from, int length) throws Broken {
        if (length < SealAlgorithm.TAG_BYTES) {
            throw new Broken("shorter than its tag");
        }
        try {
            begin(Cipher.DECRYPT_MODE, nonce, bound);
            return cipher.doFinal(sealed, from, length);
        } catch (AEADBadTagException e) {
            throw new Broken(String.valueOf(e.getMessage()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A nonce of 96 bits can be opened", e);
        }
    }

    private void begin(int mode, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        cipher.init(mode, key, new GCMParameterSpec(8 * SealAlgorithm.TAG_BYTES, nonce));
        cipher.updateAAD(bound);
    }
}
