package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A channel over an original as the file channel that POI asks for. It only reads. */
final class ReadOnlyChannel extends FileChannel {
    private final SeekableByteChannel channel;

    ReadOnlyChannel(SeekableByteChannel channel) {
        this.channel = channel;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return channel.read(target);
    }

    @Override
    public int read(ByteBuffer target, long at) throws IOException {
        long before = channel.position();
        try {
            return channel.position(at).read(target);
        } finally {
            channel.position(before);
        }
    }

    @Override
    public long read(ByteBuffer[] targets, int from, int length) throws IOException {
        long all = 0;
        for (int i = from; i < from + length; i++) {
            int n = channel.read(targets[i]);
            if (n < 0) {
                return all == 0 ? -1 : all;
            }
            all += n;
        }
        return all;
    }

    @Override
    public long position() throws IOException {
        return channel.position();
    }

    @Override
    public FileChannel position(long at) throws IOException {
        channel.position(at);
        return this;
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public long transferTo(long from, long count, WritableByteChannel target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long from, long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long from, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock tryLock(long from, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void force(boolean metaData) {}

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public int write(ByteBuffer source, long at) {
        throw new NonWritableChannelException();
    }

    @Override
    public long write(ByteBuffer[] sources, int from, int length) {
        throw new NonWritableChannelException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long at, long count) {
        throw new NonWritableChannelException();
    }

    @Override
    public FileChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    protected void implCloseChannel() throws IOException {
        channel.close();
    }
}
