package org.ipwarehouse.warehouse.api;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * What stops a run. The message says the problem, its cause and its remedy in one or two lines; the category says who
 * can mend it and becomes the command's exit code.
 */
public class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Who can mend it. */
    public enum Category {
        /** The person at the command: a wrong option, a file that is not there. Exit code 2. */
        OPERATOR(2),
        /** The department's data. Exit code 3. */
        DEPARTMENT(3),
        /** This software. Exit code 1. */
        US(1),
        /** The machine: disk, rights, a server that is down. Exit code 1. */
        ENVIRONMENT(1);

        private final int exitCode;

        Category(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    private final Category category;

    public Fault(Category category, String problem, String cause, String remedy) {
        super(compose(problem, cause, remedy));
        this.category = category;
    }

    public Fault(Category category, String problem, String cause, String remedy, Throwable origin) {
        super(compose(problem, cause, remedy), origin);
        this.category = category;
    }

    /** @param origin what failed beneath, which is the cause in words that an operator understands */
    public Fault(Category category, String problem, Throwable origin, String remedy) {
        this(category, problem, words(origin), remedy, origin);
    }

    /** Of these the message is nothing but the path. */
    private static String words(Throwable origin) {
        if (origin instanceof NoSuchFileException missing) {
            return "没有这个文件或文件夹：" + missing.getFile();
        }
        if (origin instanceof AccessDeniedException denied) {
            return "没有权限：" + denied.getFile();
        }
        if (origin instanceof FileAlreadyExistsException taken) {
            return "已有同名文件：" + taken.getFile();
        }
        if (origin instanceof NotDirectoryException file) {
            return "不是文件夹：" + file.getFile();
        }
        String message = origin.getMessage();
        return message == null || message.isBlank() ? origin.getClass().getSimpleName() : message;
    }

    private static String compose(String problem, String cause, String remedy) {
        StringBuilder text = new StringBuilder(problem);
        if (!cause.isBlank()) {
            text.append(" 原因：").append(cause);
        }
        if (!remedy.isBlank()) {
            text.append(" 处理：").append(remedy);
        }
        return text.toString();
    }

    public Category category() {
        return category;
    }
}
