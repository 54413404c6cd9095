/* states_test.c: all states of the plan grammar at a line start admit the same external tokens.
 *
 * tree-sitter uses a node again only where the state's lex mode is that of the state it was read in. The
 * parser's tables are not part of the runtime's interface, so this reads them in the generated parser.c:
 * which lex modes the states have, and which tokens each external lex state admits. The tokens that only
 * stand at a line start tell which modes are those. */
#include "base/strbuf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_MODES 256

struct modes {
    bool lexes_inside;          /* some state has an internal lex state of its own */
    unsigned states[MAX_MODES]; /* by external lex state: how many states have it */
    bool line_start[MAX_MODES]; /* it admits what only stands at a line start */
    bool elsewhere[MAX_MODES];  /* it also admits what never does */
};

/* Tokens that begin or end a block at a line's start, anywhere but in the middle of a block. */
static const char *const line_tokens[] = {"token_h1]", "token_h6]", "token_break]",
                                          "token__paragraph]", "token_row]"};

static unsigned number_behind(const char *line, const char *what)
{
    const char *at = strstr(line, what);
    return at ? (unsigned)strtoul(at + strlen(what), NULL, 10) : 0;
}

static bool read_modes(const char *path, struct modes *modes)
{
    FILE *file = fopen(path, "r");
    if (!file)
        return false;
    char line[512];
    enum { NOWHERE, LEX_MODES, EXTERNALS } where = NOWHERE;
    unsigned external = 0;
    unsigned found = 0;
    while (fgets(line, sizeof line, file)) {
        if (strstr(line, "ts_lex_modes[STATE_COUNT] ="))
            where = LEX_MODES;
        else if (strstr(line, "ts_external_scanner_states[") && strstr(line, "= {"))
            where = EXTERNALS;
        else if (line[0] == '}')
            where = NOWHERE;
        else if (where == LEX_MODES && strstr(line, "{.lex_state")) {
            modes->lexes_inside |= number_behind(line, ".lex_state = ") != 0;
            modes->states[number_behind(line, ".external_lex_state = ") % MAX_MODES]++;
        } else if (where == EXTERNALS && strncmp(line, "  [", 3) == 0) {
            external = (unsigned)strtoul(line + 3, NULL, 10) % MAX_MODES;
            found = 0;
        } else if (where == EXTERNALS) {
            for (size_t i = 0; i < sizeof line_tokens / sizeof *line_tokens; i++)
                found += strstr(line, line_tokens[i]) != NULL;
            if (strstr(line, "token_box]") || strstr(line, "token__front_matter_open]"))
                modes->elsewhere[external] = true;
            modes->line_start[external] = found > 0;
        }
    }
    fclose(file);
    return true;
}

int main(void)
{
    struct modes modes = {0};
    if (!read_modes(PLANLS_SOURCE_DIR "/grammars/plan/src/parser.c", &modes)) {
        printf("no grammars/plan/src/parser.c\n");
        return EXIT_FAILURE;
    }
    /* State 0 recovers from errors; behind a list marker a box may follow; the document's first state
     * also admits front matter. None of the three is at the start of a line inside a document. */
    unsigned kinds = 0, states = 0;
    for (unsigned i = 0; i < MAX_MODES; i++)
        if (modes.states[i] > 0 && modes.line_start[i] && !modes.elsewhere[i]) {
            kinds++;
            states += modes.states[i];
        }
    printf("%u states at a line start, %u kinds of them\n", states, kinds);
    if (modes.lexes_inside)
        printf("some states lex tokens of the grammar's own\n");
    return kinds == 1 && states > 20 && !modes.lexes_inside ? EXIT_SUCCESS : EXIT_FAILURE;
}
