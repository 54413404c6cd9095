/**
 * The block structure of a Markdown document: sections nested by heading level, lists by indentation.
 *
 * Every token comes from src/scanner.c, one token for a whole paragraph, fence or HTML block. What a
 * line begins depends on the containers it stands in, which an LR grammar cannot know; the scanner
 * decides, and this file only says how its tokens nest.
 *
 * Every state at a line start admits the same external tokens, also those that the scanner will never
 * produce there (a container's end outside of any container). So the generated parser has one lex mode
 * for all of them, and after an edit tree-sitter may use any unchanged node again, wherever it stands.
 * tests/grammar/plan_states checks it.
 */
const levels = [1, 2, 3, 4, 5, 6];

/** What may follow inside of a section of level n, or of the document (0). */
const content = ($, n) => choice(
  $._block,
  $._end,
  alias($._paragraph_last, $.paragraph),
  ...levels.filter((m) => m > n).map((m) => alias($[`_section${m}`], $.section)),
);

/** What stands in a list item or a block quote: headings here open no section. */
const container = ($) => seq(
  repeat(choice($._block, ...levels.map((n) => alias($[`_heading${n}`], $.heading)))),
  choice($._end, alias($._paragraph_last, $.paragraph)),
);

const rules = {
  document: ($) => seq(optional($.front_matter), repeat(content($, 0))),

  front_matter: ($) => seq($._front_matter_open, optional($.yaml), $._front_matter_close),
};

for (const n of levels) {
  const atx = ($) => seq($[`h${n}`], choice($.title, $._no_title));
  rules[`_section${n}`] = ($) =>
    prec.right(seq(alias($[`_heading${n}`], $.heading), repeat(content($, n))));
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

  // A paragraph is one token, except where its last line might have been a table's header.
  paragraph: ($) => prec.right(seq(
    choice($._paragraph, $._paragraph_more), repeat($._paragraph_more))),

  // The scanner says whether an item continues the list before it or begins another.
  list: ($) => prec.right(seq(
    choice(alias($._first_item, $.item), alias($._next_item, $.item)),
    repeat(alias($._next_item, $.item)))),
  _first_item: ($) => seq(alias($._marker_first, $.marker), optional($.box), container($)),
  _next_item: ($) => seq(alias($._marker_next, $.marker), optional($.box), container($)),

  quote: ($) => seq($.quote_mark, container($)),

  table: ($) => prec.right(seq(
    choice(seq(alias($._table_header, $.row), $.delimiter), $.row), repeat($.row))),

  fence: ($) => seq(
    alias($._fence_open, $.fence_mark), optional($.info), optional($.text),
    choice(alias($._fence_close, $.fence_mark), $._fence_end)),
});

module.exports = grammar({
  name: 'plan',
  extras: (_) => [],
  // In the order of enum token in src/state.h.
  externals: ($) => [
    ...levels.map((n) => $[`h${n}`]), $._setext1, $._setext2, $._underline, $.title, $._no_title,
    $._marker_first, $._marker_next, $.box, $.quote_mark, $._end,
    $._paragraph, $._paragraph_more, $._paragraph_last,
    $._table_header, $.delimiter, $.row,
    $._fence_open, $.info, $.text, $._fence_close, $._fence_end,
    $.code, $.html, $.comment, $.break, $.definition, $._blank,
    $._front_matter_open, $.yaml, $._front_matter_close,
  ],
  rules,
});
