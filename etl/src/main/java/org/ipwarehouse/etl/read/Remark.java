package org.ipwarehouse.etl.read;

import java.io.Serializable;
import org.ipwarehouse.warehouse.api.Origin;

/** Something odd about a sheet or file, seen while it was recognised; it reaches the sink as a warning. */
public record Remark(String code, Origin origin, String message) implements Serializable {}
