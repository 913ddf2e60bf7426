package org.ipwarehouse.etl.contract;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ipwarehouse.etl.standardise.TestData;
import org.ipwarehouse.etl.standardise.TownshipFinder;

/** All code lists of an installation, by name. */
public final class CodeLists implements Serializable {
    private static final long serialVersionUID = 1L;

    private final TreeMap<String, CodeList> lists;

    public CodeLists(Map<String, CodeList> lists) {
        this.lists = new TreeMap<>(lists);
    }

    public Optional<CodeList> list(String name) {
        return Optional.ofNullable(lists.get(name));
    }

    /** A list that the loader has made sure of. @throws IllegalArgumentException if there is none */
    public CodeList require(String name) {
        return list(name).orElseThrow(() -> new IllegalArgumentException("No code list '" + name + "'"));
    }

    public Set<String> names() {
        return lists.keySet();
    }

    /** What each reason code means and how the department corrects it. */
    public ReasonCodes reasons() {
        return ReasonCodes.of(require("reason_codes"));
    }

    /** The district's townships ({@code townships}, {@code district}), its villages and what lies outside. */
    public TownshipFinder townships() {
        Map<String, String> byName = new LinkedHashMap<>();
        Map<String, String> byFullName = new LinkedHashMap<>();
        for (CodeEntry entry : require("townships").entries()) {
            byFullName.put(entry.label(), entry.code());
            byName.put(entry.label(), entry.code());
            byName.put(entry.code(), entry.code());
            entry.aliases().forEach(alias -> byName.put(alias, entry.code()));
        }
        Map<String, String> outside = new LinkedHashMap<>();
        for (CodeEntry entry : require("outside_areas").entries()) {
            outside.put(entry.label(), entry.label());
            entry.aliases().forEach(alias -> outside.put(alias, entry.label()));
        }
        CodeEntry district = require("district").entries().get(0);
        return new TownshipFinder(
                new TownshipFinder.Names(district.code(), district.label(), byName, byFullName, villages(), outside));
    }

    private Map<String, String> villages() {
        Map<String, String> villages = new LinkedHashMap<>();
        list("villages").ifPresent(list -> list.entries().forEach(entry -> {
            String township = entry.attribute("township");
            villages.put(entry.label(), township);
            entry.aliases().forEach(alias -> villages.put(alias, township));
        }));
        return villages;
    }

    /** The words of {@code test_data} by their column {@code kind}: whole, before, after; none where there is no such list. */
    public TestData testData() {
        CodeList words = lists.get("test_data");
        return words == null
                ? new TestData(Set.of(), Set.of(), Set.of())
                : new TestData(words(words, "whole"), words(words, "before"), words(words, "after"));
    }

    private static Set<String> words(CodeList list, String kind) {
        return list.entries().stream()
                .filter(entry -> entry.attribute("kind").equals(kind))
                .flatMap(entry -> CodeList.spellings(entry).stream())
                .collect(Collectors.toSet());
    }
}
