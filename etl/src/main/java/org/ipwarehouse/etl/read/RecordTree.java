package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.io.Serializable;

/**
 * A file of nested names and values (XML, JSON), walked through from beginning to end. Objects of an array are elements of
 * the array's name one after the other, attributes are elements within their element.
 */
interface RecordTree extends Serializable {

    void walk(Visitor visitor) throws IOException;

    long bytes();

    /** @see #walk */
    interface Visitor {
        void open(String name) throws IOException;

        /** An attribute of the element that was opened last. */
        void attribute(String name, String value) throws IOException;

        /** @param text what stands in the element itself, "" where it holds only others */
        void close(String text) throws IOException;

        /** True where nothing more is wanted. */
        boolean isDone();
    }
}
