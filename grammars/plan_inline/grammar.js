// grammar.js: the shapes inside a line, a table cell or a paragraph of a plan.
//
// Every text has a parse: `_text` and `_other` between them take any character. What depends on
// what stands before or far ahead is decided by src/scanner.c, which is asked first: marks that
// must find their partner (emphasis, brackets, code), labels, words before a number, units behind
// one, and runs of plain words. What can be told from its own characters is a token here: the
// longest match wins, and among equals the rule that stands first.

const all = (...parts) => parts.join('');
const any = (...parts) => `(${parts.join('|')})`;
const maybe = part => `(${part})?`;

// ---- Numbers --------------------------------------------------------------------------------
const DASH = '[-–—−]';
const COMPARATOR = `(([~≈±∼]|[<>]=?|[≤≥＜＞])[ \\u00a0]?)?`;
const SIGN = '[-+−]?';
const PLAIN = '[0-9]+(,[0-9]{3})*(\\.[0-9]+)?';
const FRACTION = '[0-9]*[½¼¾⅓⅔]';
const THOUSANDS = '[KkMB]?';
const DOTTED = '[0-9]+(\\.[0-9]+)*';
const NUMBER = all(COMPARATOR, SIGN, any(all(PLAIN, THOUSANDS), FRACTION), '\\+?');
const RANGE = all(COMPARATOR, any(all(PLAIN, THOUSANDS), DOTTED), DASH, any(all(PLAIN, THOUSANDS), DOTTED), '\\+?');
const PERCENT = all(COMPARATOR, SIGN, PLAIN, maybe(all('[ \\u00a0]?[%％]?[ ]?', DASH, '[ ]?', PLAIN)), '[ \\u00a0]?[%％]\\+?');

// ---- Money: with the sign before the amount. Behind it, it is the scanner's (`currency`) --------
const SYMBOL = any('\\\\?(US|CA|AU|NZ|HK|SG|NT|R|A|C|S)?\\$', '[€£¥₹₩₽₺₴₫₱₦₪฿￥]');
const CODE = any('[A-Z]{3}', 'Rs\\.?');
const LARGE = any('[KkMBTm]', '[bm]n', 'MM', ' ?([Tt]housand|[MmBb]illion|Mio|Mrd)');
const AMOUNT = all('[0-9]+([.,][0-9]+)*', maybe(LARGE));
const TO = any(all(' ?', DASH, ' ?'), ' to ');
const PER = '( ?/ ?| per )\\p{L}+(/\\p{L}+)*';
const MONEY = all(COMPARATOR, SIGN, any(all(SYMBOL, '[ \\u00a0]?'), all(CODE, '[ \\u00a0]')), AMOUNT,
  maybe(all('\\+?', TO, maybe(SYMBOL), AMOUNT)), '\\+?', maybe(PER));

// ---- Dates ----------------------------------------------------------------------------------
const TIME = '[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?( ?(Z|UTC|[-+][0-9]{2}:?[0-9]{2}))?';
const DATE = any(
  all('[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}', maybe(all('[T ]', TIME))),
  '[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}', '[0-9]{4}\\.[0-9]{1,2}\\.[0-9]{1,2}',
  '[0-9]{1,2}/[0-9]{1,2}/([0-9]{4}|[0-9]{2})', '[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}', '[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4}',
  '(19|20)[0-9]{2}-(0[1-9]|1[0-2])',
  '([0-9]{4}年 ?)?[0-9]{1,2}月( ?[0-9]{1,2}[日号])?', '([0-9]{4}년 ?)?[0-9]{1,2}월( ?[0-9]{1,2}일)?');
const CLOCK = any('[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?( ?[AP]M|[ap]m)?', '[0-9]{1,2} [AP]M', '[0-9]{1,2}([ap]m|[AP]M)');

// ---- Units glued to their number (spaced ones are the scanner's) -------------------------------
const UNIT = any('ms', 's', 'secs?', 'mins?', 'h', 'hrs?', 'd', 'wks?', 'w', 'mos?', 'y', 'yrs?', 'hours?', 'days?',
  'weeks?', 'months?', 'years?', 'minutes?', 'seconds?', 'x', 'px', 'pts?', 'SP', 'FTEs?', '[KkMGT]i?B', '[kMG]?Hz', '[kMG]?bps',
  'rpm', 'rps', 'qps', 'RPS', 'QPS');
const MEASURE = all(COMPARATOR, PLAIN, any('', all(DASH, PLAIN), all(UNIT, DASH, PLAIN)), '\\+?', UNIT, '\\+?');

// ---- Names of things --------------------------------------------------------------------------
const ID = any(
  '[A-Z]+[0-9]+[A-Z]?', '[A-Z]+[0-9]+([.-][0-9]+)+[A-Za-z]?',
  '[A-Z][A-Z0-9]*(-[A-Z0-9]+)*-[0-9]+(\\.[0-9]+)*[A-Za-z]?', '[0-9]+\\.[0-9]+(\\.[0-9]+)+', '[0-9]{4}-Q[1-4]',
  '([Tt]ask|[Dd]raft|[Dd]ecision|[Dd]oc|[Ss]tory|[Ii]ssue|[Mm]ilestone)-[0-9]+(\\.[0-9]+)*', '#[0-9]+');

// ---- Left open --------------------------------------------------------------------------------
const PLACEHOLDER = any('\\?\\?\\?+', '\\{\\{[^{}\\r\\n]+\\}\\}', all(COMPARATOR, any('X{1,3}(\\.X+)?', '[XN][-–][XYM]', 'N{1,2}', 'Y{1,2}', '__+'), '[%％]'),
  all(COMPARATOR, '\\\\?[$€£]', any('X{1,4}([,.]X+)*', 'Y{1,3}', 'N', '__+'), '[KMBk]?', maybe(all('/\\p{L}+'))));
const ORDINAL_COUNTERS = any('阶段', '階段', '章', '节', '節', '周', '週', '週間', '週目', '月', '天', '日', '日目', '部分', '步', '步骤', '季度',
  '期', '回', '条', '項', '项', '个月', 'フェーズ', 'スプリント', 'ステップ', '年', '轮', '批', '版', '层', '部', '级', '단계', '주', '주차', '장');
const ORDINAL = all('第 ?[0-9]+( ?[-–—~〜至到] ?(第 ?)?[0-9]+)? ?', ORDINAL_COUNTERS);

// ---- Words with more than letters in them -----------------------------------------------------
const WORD_CHAR = '[\\p{L}\\p{M}\\p{N}]';
const WORD = `\\p{L}${WORD_CHAR}*([-./_@:&+]+${WORD_CHAR}+)*`;
// Not in the scripts that write a unit right behind its number: 3週間.
const LETTER = '[A-Za-zÀ-ɏЀ-ӿ]';
const DIGIT_WORD = `[0-9]+${LETTER}[0-9A-Za-zÀ-ɏЀ-ӿ]*([-._][0-9A-Za-zÀ-ɏЀ-ӿ]+)*`;
const DIGIT_RUN = '[0-9]+[-–./:][0-9]+([-–./:][0-9]+)+';
const VARIABLE = any('\\$[A-Za-z_][A-Za-z0-9_]*', '\\$\\{[^{}\\r\\n]*\\}');

const re = source => new RustRegex(source);
// No precedences: with one, tree-sitter would take a shorter token before a longer one. Among matches
// of equal length the one defined first wins, so the order of the rules below matters.
const shape = source => token(re(source));

module.exports = grammar({
  name: 'plan_inline',

  extras: _ => [],

  // One `_close` ends every nested shape: the scanner knows which, and the parser needs one set of
  // states instead of one for each kind of nesting.
  externals: $ => [
    $._start,
    $._text,
    $._close,
    $._strong_open,
    $._emphasis_open,
    $._strike_open,
    $._label_open,
    $._paren_open,
    $._tag_open,
    $._dataview_open,
    $._link_open,
    $._image_open,
    $._target_open,
    $.link_destination,
    $.link_title,
    $._reference_open,
    $.link_reference,
    $._target_close,
    $.dataview_key,
    $.wiki_link,
    $.code,
    $.html,
    $.autolink,
    $._blank,
    $._emoji,
    $.separator,
    $.arrow,
    $.path,
    $._product,
    $.word,
    $.unit,
    $.currency,
    $._to,
    $._and,
  ],

  rules: {
    line: $ => seq($._start, repeat($._node), $._close),

    _node: $ => choice(
      $._text, $._known, $._other,
      $.label, $.strong, $.emphasis, $.strike, $.code, $.link, $.image, $.wiki_link, $.autolink, $.html,
      $.mention, $.number, $.range, $.measure, $.money, $.percent, $.date, $.numbered,
      $.arrow, $.paren, $.id, $.id_list, $.tag, $.path, $.placeholder, $.dataview, $.emoji, $.separator,
    ),

    label: $ => seq($._label_open, repeat($._node), $._close),
    strong: $ => seq($._strong_open, repeat($._node), $._close),
    emphasis: $ => seq($._emphasis_open, repeat($._node), $._close),
    strike: $ => seq($._strike_open, repeat($._node), $._close),
    paren: $ => seq($._paren_open, repeat($._node), $._close),
    dataview: $ => seq($._dataview_open, $.dataview_key, '::', repeat($._node), $._close),
    tag: $ => choice(
      seq($._tag_open, repeat($._node), $._close),
      shape('\\{#[^{}\\r\\n]+\\}'),
    ),

    link: $ => seq($._link_open, $.link_text, $._target),
    image: $ => seq($._image_open, $.link_text, $._target),
    link_text: $ => seq(repeat($._node), $._close),
    _target: $ => choice(
      seq($._target_open, optional($.link_destination), optional($.link_title), $._target_close),
      seq($._reference_open, optional($.link_reference), $._target_close),
    ),

    // Known not to be the shape they look like.
    _known: $ => choice($._product, shape('[A-Z]2[A-Z]'), shape(CLOCK)),

    emoji: $ => choice($._emoji, shape('[0-9]\\ufe0f?\\u20e3')),
    placeholder: $ => choice($._blank, shape(PLACEHOLDER)),
    date: _ => shape(DATE),
    money: $ => choice(
      shape(MONEY),
      seq(choice($.number, $.range), $.currency),
    ),
    percent: _ => shape(PERCENT),

    // A word and the numbers it governs: `Weeks 1–4`, `Phase 1, 2 & 3`, `Jan 26, 2026`, `第1阶段`.
    numbered: $ => choice(
      seq($.word, optional($._gap), $._quantity, repeat(seq($._and, $._quantity))),
      shape(ORDINAL),
    ),
    _gap: _ => re('[. \\t\\u00a0]+'),
    _quantity: $ => choice($.number, $.range, alias($._dotted, $.number)),
    _dotted: _ => shape('[0-9]+\\.[0-9]+(\\.[0-9]+)+|[0-9]+(\\.[0-9]+)*[A-Za-z]'),

    measure: $ => choice(
      seq(choice($.number, $.range), $.unit),
      shape(MEASURE),
    ),
    range: $ => choice(
      shape(RANGE),
      seq($.number, $._to, $.number),
    ),
    number: _ => shape(NUMBER),

    id: _ => shape(ID),
    id_list: _ => shape(`${ID}([-–/&+]${ID})+`),
    mention: _ => shape('@[\\p{L}\\p{N}]+([-_./]+[\\p{L}\\p{N}]+)*'),

    _other: _ => choice(
      shape(DIGIT_RUN),
      shape(VARIABLE),
      shape(DIGIT_WORD),
      shape(WORD),
      shape('\\\\[!-/:-@\\[-`{-~]'),
      shape('.'),
      shape('\\n'),
    ),
  },
});
