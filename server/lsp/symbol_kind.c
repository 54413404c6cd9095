/* symbol_kind.c: what the protocol calls the kinds of things in a plan. */
#include "lsp/symbol_kind.h"

int symbol_kind_number(enum planls_symbol_kind kind)
{
    static const int numbers[] = {
        [PLANLS_SYMBOL_DOCUMENT] = 1, /* File */
        [PLANLS_SYMBOL_HEADING] = 15, /* String: what Markdown servers use */
        [PLANLS_SYMBOL_GOAL] = 14,    /* Constant */
        [PLANLS_SYMBOL_EFFORT] = 5,   /* Class */
        [PLANLS_SYMBOL_PERIOD] = 3,   /* Namespace */
        [PLANLS_SYMBOL_EVENT] = 10,   /* Enum */
        [PLANLS_SYMBOL_NEED] = 11,    /* Interface */
        [PLANLS_SYMBOL_ITEM] = 2,     /* Module */
        [PLANLS_SYMBOL_TASK] = 17,    /* Boolean */
        [PLANLS_SYMBOL_PERSON] = 13,  /* Variable */
    };
    return numbers[kind];
}

cJSON *symbol_kind_new(enum planls_symbol_kind kind)
{
    return cJSON_CreateNumber(symbol_kind_number(kind));
}

bool symbol_kind_has_tags(const struct planls_symbol *symbol, bool known)
{
    return symbol->cancelled && known;
}

void symbol_kind_set_tags(cJSON *json, const struct planls_symbol *symbol, bool known)
{
    if (symbol_kind_has_tags(symbol, known))
        json_push(json_set(json, "tags", cJSON_CreateArray()), cJSON_CreateNumber(1));
}
