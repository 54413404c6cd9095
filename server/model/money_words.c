/* money_words.c: words about money that only the readers of budgets and totals ask for. */
#include "model/money_words.h"

#include "model/lexicon.h"
#include "model/phrases.h"
#include "model/words.h"

enum { WORD_SUM = 1, WORD_PART, WORD_BESIDE };

/* In byte order. WORD_BESIDE: may stand beside a word for a total. */
static const struct lexicon_word total_words[] = {
    {"all", WORD_BESIDE},
    {"allocation", WORD_BESIDE},
    {"amount", WORD_BESIDE},
    {"annual", WORD_BESIDE},
    {"approved", WORD_BESIDE},
    {"bruto", WORD_BESIDE},
    {"brutto", WORD_BESIDE},
    {"budget", WORD_BESIDE},
    {"cash", WORD_BESIDE},
    {"cost", WORD_BESIDE},
    {"coste", WORD_BESIDE},
    {"costo", WORD_BESIDE},
    {"costs", WORD_BESIDE},
    {"coût", WORD_BESIDE},
    {"coûts", WORD_BESIDE},
    {"custo", WORD_BESIDE},
    {"est", WORD_BESIDE},
    {"estimate", WORD_BESIDE},
    {"estimated", WORD_BESIDE},
    {"expenses", WORD_BESIDE},
    {"final", WORD_BESIDE},
    {"first", WORD_BESIDE},
    {"funding", WORD_BESIDE},
    {"gesamt", WORD_SUM},
    {"gesamtbudget", WORD_SUM},
    {"gesamtkosten", WORD_SUM},
    {"gesamtsumme", WORD_SUM},
    {"grand", WORD_BESIDE},
    {"gross", WORD_BESIDE},
    {"général", WORD_BESIDE},
    {"insgesamt", WORD_SUM},
    {"investment", WORD_BESIDE},
    {"monthly", WORD_BESIDE},
    {"net", WORD_BESIDE},
    {"neto", WORD_BESIDE},
    {"netto", WORD_BESIDE},
    {"of", WORD_BESIDE},
    {"ogółem", WORD_SUM},
    {"one", WORD_BESIDE},
    {"orçamento", WORD_BESIDE},
    {"overall", WORD_SUM},
    {"per", WORD_BESIDE},
    {"phase", WORD_BESIDE},
    {"plan", WORD_BESIDE},
    {"planned", WORD_BESIDE},
    {"presupuestado", WORD_BESIDE},
    {"presupuesto", WORD_BESIDE},
    {"program", WORD_BESIDE},
    {"project", WORD_BESIDE},
    {"quarter", WORD_BESIDE},
    {"razem", WORD_SUM},
    {"requested", WORD_BESIDE},
    {"required", WORD_BESIDE},
    {"revenue", WORD_BESIDE},
    {"s", WORD_BESIDE},
    {"somme", WORD_SUM},
    {"spend", WORD_BESIDE},
    {"spending", WORD_BESIDE},
    {"sub", WORD_PART},
    {"subtotal", WORD_PART},
    {"sum", WORD_SUM},
    {"suma", WORD_SUM},
    {"summe", WORD_SUM},
    {"time", WORD_BESIDE},
    {"toplam", WORD_SUM},
    {"totaal", WORD_SUM},
    {"total", WORD_SUM},
    {"totale", WORD_SUM},
    {"totals", WORD_SUM},
    {"totalt", WORD_SUM},
    {"totaux", WORD_SUM},
    {"week", WORD_BESIDE},
    {"year", WORD_BESIDE},
    {"zusammen", WORD_SUM},
    {"zwischensumme", WORD_PART},
    {"łącznie", WORD_SUM},
    {"бюджет", WORD_BESIDE},
    {"всего", WORD_SUM},
    {"итого", WORD_SUM},
    {"الإجمالي", WORD_SUM},
    {"المجموع", WORD_SUM},
    {"合計", WORD_SUM},
    {"合计", WORD_SUM},
    {"小計", WORD_PART},
    {"小计", WORD_PART},
    {"总计", WORD_SUM},
    {"总预算", WORD_SUM},
    {"総予算", WORD_SUM},
    {"總計", WORD_SUM},
    {"總預算", WORD_SUM},
    {"총계", WORD_SUM},
    {"총액", WORD_SUM},
    {"합계", WORD_SUM},
};

const struct lexicon lexicon_totals = LEXICON_INIT(total_words);

#define TOTAL_LABEL_WORDS 6

static bool is_number_word(struct slice word)
{
    size_t digits = 0;
    for (size_t i = 0; i < word.len; i++)
        digits += ascii_is_digit(word.ptr[i]);
    return digits > 0 && word.len - digits <= 2; /* "2026", "Y1", "Q3", "1st" */
}

enum total_words total_words_of(struct slice label)
{
    struct lexicon_key key = lexicon_fold(label);
    struct slice folded = lexicon_key_slice(&key), word;
    struct slice_split words = {folded, false};
    bool sum = false, part = false;
    size_t count = 0;

    if (key.len == 0)
        return TOTAL_WORDS_NONE;
    while (slice_split_next(&words, ' ', &word)) {
        int value = lexicon_find(lexicon_totals, word);
        if (++count > TOTAL_LABEL_WORDS || (value < 0 && !is_number_word(word)))
            return TOTAL_WORDS_NONE;
        sum = sum || value == WORD_SUM;
        part = part || value == WORD_PART;
    }
    return part ? TOTAL_WORDS_PART : sum ? TOTAL_WORDS_ALL : TOTAL_WORDS_NONE;
}

bool is_reserve_words(struct slice text)
{
    static const char *const phrases[] = {"contingency",
                                          "contingencies",
                                          "reserve",
                                          "reserves",
                                          "buffer",
                                          "headroom",
                                          "overhead",
                                          "tax",
                                          "taxes",
                                          "vat",
                                          "unallocated",
                                          "unassigned",
                                          "management fee",
                                          "puffer",
                                          "reserven",
                                          "rücklage",
                                          "mwst",
                                          "imprévus",
                                          "réserve",
                                          "tva",
                                          "imprevistos",
                                          "contingencia",
                                          "contingência",
                                          "reserva",
                                          "iva",
                                          "rezerwa",
                                          "резерв",
                                          "ндс",
                                          "予備費",
                                          "预备费",
                                          "預備費",
                                          "예비비",
                                          NULL};
    return phrases_any(text, phrases);
}

bool is_no_cost(struct slice text)
{
    static const char *const phrases[] = {
        "free",      "included",   "in-kind",   "no cost",  "internal",  "existing",
        "volunteer", "volunteers", "kostenlos", "gratis",   "enthalten", "inklusive",
        "gratuit",   "inclus",     "incluido",  "incluído", "bezpłatne", "бесплатно",
        "無料",      "免费",       "免費",      "무료",     NULL};
    text = slice_trim(text);
    return text.len == 0 || is_none_word(text) || phrases_any(text, phrases);
}

bool is_budget_title(struct slice title)
{
    static const char *const phrases[] = {
        "budget",    "budgets",    "cost",     "costs",       "costing", "spend",    "spending",
        "funding",   "investment", "expenses", "expenditure", "kosten",  "ausgaben", "finanzierung",
        "coût",      "coûts",      "dépenses", "presupuesto", "costes",  "costos",   "gastos",
        "orçamento", "custos",     "bilancio", "costi",       "budżet",  "koszty",   "bütçe",
        "maliyet",   "бюджет",     "затраты",  "расходы",     "予算",    "費用",     "预算",
        "預算",      "成本",       "费用",     "예산",        "비용",    NULL};
    return title.len <= PHRASES_TITLE_MAX && phrases_any(title, phrases);
}
