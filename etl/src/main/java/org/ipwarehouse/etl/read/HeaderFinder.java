package org.ipwarehouse.etl.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.read.AliasIndex.Claim;

/**
 * Finds the header of a sheet by its words, never by position: each of the first rows, alone or with the one or two
 * below it (parent_child), is scored against the labels of every contract.
 */
final class HeaderFinder {
    private static final int MAX_LEVELS = 3;
    private static final BinaryOperator<HeaderClaims> BETTER = BinaryOperator.minBy(HeaderClaims.BEST_FIRST);

    private final List<AliasDictionary> dictionaries;
    private final AliasIndex index;

    HeaderFinder(List<Contract> contracts) {
        this.dictionaries = contracts.stream().map(AliasDictionary::new).toList();
        this.index = new AliasIndex(dictionaries);
    }

    /** The best match of each contract that matches at all, best first. */
    List<HeaderMatch> matches(SheetTop top) {
        Map<Integer, HeaderClaims> best = new HashMap<>();
        Map<Integer, List<HeaderClaims>> whole = new HashMap<>();
        HeaderCells cells = new HeaderCells(index);
        int rows = top.lines().size();
        for (int last = 0; last < rows; last++) {
            // only rows that end in a row with a known word can be a header; most rows are data and are not tried
            if (top.lines().get(last).cells().stream().anyMatch(cells::hasWord)) {
                for (int levels = 1; levels <= Math.min(MAX_LEVELS, last + 1); levels++) {
                    claims(HeaderGrid.of(top, last - levels + 1, levels, cells)).forEach((contract, claims) -> {
                        best.merge(contract, claims, BETTER);
                        if (claims.isWhole()) {
                            whole.computeIfAbsent(contract, c -> new ArrayList<>())
                                    .add(claims);
                        }
                    });
                }
            }
        }
        return best.entrySet().stream()
                .map(entry -> topmost(entry.getValue(), whole.getOrDefault(entry.getKey(), List.of())))
                .map(HeaderClaims::match)
                .sorted(HeaderMatch.BEST_FIRST)
                .toList();
    }

    /** Of several tables one below the other the first is begun with, however many columns more a later one has. */
    private static HeaderClaims topmost(HeaderClaims best, List<HeaderClaims> whole) {
        HeaderClaims top = best;
        Optional<HeaderClaims> above = Optional.of(best);
        while (above.isPresent()) {
            HeaderClaims below = above.get();
            top = below;
            above = whole.stream().filter(claims -> claims.isTableAbove(below)).min(HeaderClaims.BEST_FIRST);
        }
        return top;
    }

    /** Whether a label or a part of one has this key. */
    boolean isWord(String key) {
        return index.isWord(key);
    }

    /** First characters of all labels, and what may stand before them. */
    BitSet beginnings() {
        return index.beginnings();
    }

    /**
     * By the joined label first; a child's own label counts only where no other column has it or claims its field. What
     * is written exactly goes before what is nearly so.
     */
    private Map<Integer, HeaderClaims> claims(HeaderGrid grid) {
        Map<Integer, HeaderClaims> claims = new HashMap<>();
        List<IntFunction<List<Claim>>> ways =
                List.of(grid::joined, grid::pair, grid::child, grid::nearJoined, grid::nearChild);
        for (IntFunction<List<Claim>> way : ways) {
            for (int c = 0; c < grid.width(); c++) {
                for (Claim claim : way.apply(c)) {
                    claims.computeIfAbsent(claim.contract(), i -> new HeaderClaims(dictionaries.get(i), grid))
                            .take(c, claim.field());
                }
            }
        }
        return claims;
    }
}
