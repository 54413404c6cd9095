/**
 * The block structure of a Markdown document: sections nested by heading level, lists by indentation.
 *
 * Every token comes from src/scanner.c, one token for a whole paragraph, fence or HTML block. What a
 * line begins depends on the containers it stands in, which an LR grammar cannot know; the scanner
 * decides, and this file only says how its tokens nest.
 *
 * Two things make a re-parse fast:
 *
 * Every state at a line start admits the same external tokens, also those that the scanner will never
 * produce there (a container's end outside of any container). So the generated parser has one lex mode
 * for all of them, and after an edit tree-sitter may use any unchanged node again, wherever it stands.
 * tests/grammar/states_test.c checks it.
 *
 * Of a long row of siblings tree-sitter goes over each one again. So long rows are cut into hidden
 * chunks, which it uses again as a whole: a section, paragraph, item or row begins a chunk where a hash
 * of its own text says so (src/chunk.h), which no edit elsewhere changes.
 */
const levels = [1, 2, 3, 4, 5, 6];

const headings = ($) => levels.flatMap((n) => [
  alias($[`_heading${n}`], $.heading), alias($[`_heading_chunk${n}`], $.heading)]);

/** What may stand in a section of level n, or in the document (0). */
const content = ($, n) => choice(
  $._block,
  $._end,
  alias($._paragraph_last, $.paragraph),
  ...levels.filter((m) => m > n).map((m) => alias($[`_section${m}`], $.section)),
);

/** All of it: what stands before the first chunk, and the chunks. */
const body = ($, n) => [repeat(content($, n)), repeat($[`_chunk${n}`])];

/** What stands in a list item or a block quote: headings here open no section. */
const container = ($) => seq(
  repeat(choice($._block, alias($._chunk_paragraph, $.paragraph), ...headings($))),
  choice($._end, alias($._paragraph_last, $.paragraph)),
);

const rules = {
  document: ($) => seq(optional($.front_matter), ...body($, 0)),

  front_matter: ($) => seq($._front_matter_open, optional($.yaml), $._front_matter_close),
};

for (const n of [0, ...levels]) {
  rules[`_chunk${n}`] = ($) => prec.right(seq(
    choice(
      alias($._chunk_paragraph, $.paragraph),
      ...levels.filter((m) => m > n).map((m) => alias($[`_chunk_section${m}`], $.section)),
    ),
    repeat(content($, n)),
  ));
}

for (const n of levels) {
  rules[`_section${n}`] = ($) =>
    prec.right(seq(alias($[`_heading${n}`], $.heading), ...body($, n)));
  rules[`_chunk_section${n}`] = ($) =>
    prec.right(seq(alias($[`_heading_chunk${n}`], $.heading), ...body($, n)));

  const rest = ($) => choice($.title, $._no_title);
  const atx = ($) => seq($[`h${n}`], rest($));
  rules[`_heading_chunk${n}`] = ($) => seq(alias($[`_h${n}_chunk`], $[`h${n}`]), rest($));
  if (n > 2) {
    rules[`_heading${n}`] = atx;
    continue;
  }
  rules[`_heading${n}`] = ($) => choice(
    atx($), seq(alias($[`_setext_title${n}`], $.title), alias($._underline, $[`h${n}`])));
  rules[`_setext_title${n}`] = ($) => prec.right(repeat1($[`_setext${n}`]));
}

Object.assign(rules, {
  _block: ($) => choice(
    $.paragraph, $.list, $.quote, $.table, $.fence, $.code, $.html, $.comment, $.break, $.definition,
    $._blank,
  ),

  // A paragraph is one token, except where its last lines might have been a table's header.
  paragraph: ($) => prec.right(seq(
    choice($._paragraph, $._paragraph_more), repeat($._paragraph_more))),
  _chunk_paragraph: ($) => prec.right(seq($._paragraph_chunk, repeat($._paragraph_more))),

  // The scanner says whether an item continues the list before it or begins another.
  list: ($) => prec.right(seq(
    choice(
      alias($._first_item, $.item), alias($._next_item, $.item), alias($._chunk_item, $.item)),
    repeat(alias($._next_item, $.item)),
    repeat($._item_chunk))),
  _item_chunk: ($) => prec.right(seq(
    alias($._chunk_item, $.item), repeat(alias($._next_item, $.item)))),
  _first_item: ($) => seq(alias($._marker_first, $.marker), optional($.box), container($)),
  _next_item: ($) => seq(alias($._marker_next, $.marker), optional($.box), container($)),
  _chunk_item: ($) => seq(alias($._marker_chunk, $.marker), optional($.box), container($)),

  quote: ($) => seq($.quote_mark, container($)),

  table: ($) => prec.right(seq(
    choice(
      seq(alias($._table_header, $.row), $.delimiter), $.row, alias($._row_chunk, $.row)),
    repeat($.row),
    repeat($._rows))),
  _rows: ($) => prec.right(seq(alias($._row_chunk, $.row), repeat($.row))),

  fence: ($) => seq(
    alias($._fence_open, $.fence_mark), optional($.info), optional($.text),
    choice(alias($._fence_close, $.fence_mark), $._fence_end)),
});

module.exports = grammar({
  name: 'plan',
  extras: (_) => [],
  // In the order of enum token in src/state.h.
  externals: ($) => [
    ...levels.map((n) => $[`h${n}`]), ...levels.map((n) => $[`_h${n}_chunk`]), $._setext1, $._setext2, $._underline, $.title, $._no_title,
    $._marker_first, $._marker_next, $._marker_chunk, $.box, $.quote_mark, $._end,
    $._paragraph, $._paragraph_chunk, $._paragraph_more, $._paragraph_last,
    $._table_header, $.delimiter, $.row, $._row_chunk,
    $._fence_open, $.info, $.text, $._fence_close, $._fence_end,
    $.code, $.html, $.comment, $.break, $.definition, $._blank,
    $._front_matter_open, $.yaml, $._front_matter_close,
  ],
  rules,
});
