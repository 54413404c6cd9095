/* rule_link.c: where a rule's page can be read by whoever has no planls at hand. */
#include "host/rule_link.h"

#include "rules/rule.h"

bool rule_link(const char *code, struct strbuf *out)
{
    if (!rule_find_page(code))
        return false;
    strbuf_puts(out, RULE_PAGES);
    for (; *code; code++)
        strbuf_putc(out, *code == '-' ? '_' : *code);
    strbuf_puts(out, ".md");
    return true;
}
