package org.ipwarehouse.etl.contract;

import java.util.Map;
import java.util.Set;
import org.ipwarehouse.warehouse.api.ColumnType;

/**
 * The names of the Open Data Contract Standard v3.1.0 (odcs-json-schema-v3.1.0.json) that a contract here may use, level
 * by level, and the custom properties that this product adds to it.
 */
final class Odcs {
    static final String VERSION = "v3.1.0";
    static final String KIND = "DataContract";

    static final Set<String> CONTRACT = Set.of(
            "apiVersion",
            "kind",
            "id",
            "name",
            "version",
            "status",
            "tenant",
            "tags",
            "servers",
            "dataProduct",
            "description",
            "domain",
            "schema",
            "support",
            "price",
            "team",
            "roles",
            "slaDefaultElement",
            "slaProperties",
            "authoritativeDefinitions",
            "customProperties",
            "contractCreatedTs");
    static final Set<String> DESCRIPTION =
            Set.of("usage", "purpose", "limitations", "authoritativeDefinitions", "customProperties");
    static final Set<String> SCHEMA = Set.of(
            "name",
            "physicalType",
            "description",
            "businessName",
            "authoritativeDefinitions",
            "tags",
            "customProperties",
            "logicalType",
            "physicalName",
            "dataGranularityDescription",
            "properties",
            "relationships",
            "quality");
    static final Set<String> PROPERTY = Set.of(
            "name",
            "physicalType",
            "description",
            "businessName",
            "authoritativeDefinitions",
            "tags",
            "customProperties",
            "primaryKey",
            "primaryKeyPosition",
            "logicalType",
            "logicalTypeOptions",
            "physicalName",
            "required",
            "unique",
            "partitioned",
            "partitionKeyPosition",
            "classification",
            "encryptedName",
            "transformSourceObjects",
            "transformLogic",
            "transformDescription",
            "examples",
            "criticalDataElement",
            "relationships",
            "quality");
    static final Set<String> TEAM =
            Set.of("name", "description", "members", "tags", "customProperties", "authoritativeDefinitions");
    static final Set<String> MEMBER = Set.of(
            "username",
            "name",
            "description",
            "role",
            "dateIn",
            "dateOut",
            "replacedByUsername",
            "tags",
            "customProperties",
            "authoritativeDefinitions");
    static final Set<String> ROLE =
            Set.of("role", "description", "access", "firstLevelApprovers", "secondLevelApprovers", "customProperties");
    static final Set<String> SLA = Set.of(
            "property", "value", "valueExt", "unit", "element", "driver", "description", "scheduler", "schedule");
    static final Set<String> CUSTOM = Set.of("property", "value", "description");

    static final Map<ColumnType, Set<String>> TYPE_OPTIONS = Map.of(
            ColumnType.TEXT, Set.of("minLength", "maxLength", "pattern", "format"),
            ColumnType.DATE, Set.of("format", "exclusiveMaximum", "maximum", "exclusiveMinimum", "minimum"),
            ColumnType.TIMESTAMP,
                    Set.of(
                            "format",
                            "exclusiveMaximum",
                            "maximum",
                            "exclusiveMinimum",
                            "minimum",
                            "timezone",
                            "defaultTimezone"),
            ColumnType.INTEGER,
                    Set.of("multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "format"),
            ColumnType.DECIMAL,
                    Set.of("multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "format"),
            ColumnType.BOOLEAN, Set.of());

    static final Map<String, ColumnType> LOGICAL_TYPES = Map.of(
            "string", ColumnType.TEXT,
            "date", ColumnType.DATE,
            "timestamp", ColumnType.TIMESTAMP,
            "number", ColumnType.DECIMAL,
            "integer", ColumnType.INTEGER,
            "boolean", ColumnType.BOOLEAN);

    /** Custom properties of the contract as a whole. */
    static final Set<String> OUR_CONTRACT = Set.of(
            "source",
            "updateSemantics",
            "cumulative",
            "reversal",
            "naturalKey",
            "periodField",
            "dateOrders",
            "conditions",
            "sharingClass",
            "slaConfidence");
    /** Custom properties of a field. */
    static final Set<String> OUR_PROPERTY = Set.of(
            "mandatory",
            "aliases",
            "codeList",
            "unknownCode",
            "unit",
            "sentUnit",
            "measure",
            "rules",
            "freeText",
            "confidence");

    private Odcs() {}
}
