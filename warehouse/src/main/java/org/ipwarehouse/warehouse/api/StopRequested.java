package org.ipwarehouse.warehouse.api;

/**
 * The run was asked to stop (SIGTERM, Ctrl-C) and has come to a place where it may. Thrown by whoever is told of
 * progress, between two pieces of work; a job that meets it ends as STOPPED, not FAILED, and goes on from there when it is
 * started again.
 */
public final class StopRequested extends Fault {
    private static final long serialVersionUID = 1L;

    public StopRequested() {
        super(Category.OPERATOR, "已按要求停在安全处，已入库的都保留。", "", "再执行一次即从中断处继续。");
    }
}
