package org.ipwarehouse.samples;

/** Is told how far the work has come. */
@FunctionalInterface
public interface Progress {
    /** For those who do not want to know. */
    Progress NONE = (file, done, total) -> {};

    /**
     * @param file the file at hand
     * @param done rows written so far, of all files
     * @param total rows to be written
     */
    void report(String file, long done, long total);
}
