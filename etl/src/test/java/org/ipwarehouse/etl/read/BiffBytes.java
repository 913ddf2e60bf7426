package org.ipwarehouse.etl.read;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Records of a BIFF stream, written one by one as old programs do. */
final class BiffBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** @param parts Short and Integer, Double and byte[], little end first; a Byte is one byte */
    BiffBytes record(int sid, Object... parts) {
        ByteBuffer body = ByteBuffer.allocate(9_000).order(ByteOrder.LITTLE_ENDIAN);
        for (Object part : parts) {
            if (part instanceof Byte one) {
                body.put(one);
            } else if (part instanceof Integer two) {
                body.putShort(two.shortValue());
            } else if (part instanceof Long four) {
                body.putInt(four.intValue());
            } else if (part instanceof Double eight) {
                body.putDouble(eight);
            } else {
                body.put((byte[]) part);
            }
        }
        ByteBuffer head = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) sid).putShort((short) body.position());
        out.writeBytes(head.array());
        out.write(body.array(), 0, body.position());
        return this;
    }

    int size() {
        return out.size();
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
