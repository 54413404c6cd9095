/* parse_documents.c: plans as people write them, as long as one likes, always the same. */
#include "parse_documents.h"

static const char *const prose[] = {
    "The team agreed to start small and to measure every week what the change brings, because two\n"
    "earlier attempts had no baseline to compare with and ended in opinions.\n\n",
    "Support hears about this daily; see `docs/support/summary.md` and the "
    "[notes](notes.md#march).\n\n",
    "> Nothing is switched on for everybody before the numbers of a full week are in.\n\n"};

static const char *const owners[] = {"Rin (Platform)", "Noor (Product)", "Ada (Data)",
                                     "Theo (Support Lead)"};

static void put_tasks(struct strbuf *out, unsigned phase)
{
    for (unsigned i = 1; i <= 5; i++) {
        strbuf_printf(out, "- [%c] T%03u Prepare part %u of the rollout in `src/part_%u.py`\n",
                      i % 3 ? ' ' : 'x', phase * 10 + i, i, i);
        if (i % 2)
            strbuf_puts(out, "  - [ ] Write down what was learnt (depends on T001)\n"
                             "  - Review with the owner before **Friday**\n");
    }
    strbuf_putc(out, '\n');
}

static void put_initiative(struct strbuf *out, unsigned number)
{
    strbuf_printf(out, "## Initiative %u: Faster answers for region %u\n\n", number, number % 17);
    strbuf_printf(out,
                  "**Owner**: %s\n**Timeline**: Weeks %u–%u\n**Budget**: $%uK\n"
                  "**Success criteria**: median below %u minutes, ≥%u%% solved at once\n\n",
                  owners[number % 4], number % 40 + 1, number % 40 + 4, 10 + number % 30,
                  5 + number % 9, 50 + number % 40);
    strbuf_puts(out, prose[number % 3]);
    for (unsigned phase = 1; phase <= 3; phase++) {
        strbuf_printf(out, "### Phase %u — preparation, trial and review (Week %u)\n\n", phase,
                      number % 40 + phase);
        put_tasks(out, phase);
        strbuf_puts(out, prose[(number + phase) % 3]);
    }
    strbuf_puts(
        out, "| Risk | Probability | Impact | Mitigation |\n|------|:-----------:|--------|---|\n");
    for (unsigned row = 0; row < 4; row++)
        strbuf_printf(out, "| supplier %u is late | low | %u days | order from two at once |\n",
                      row, row * 3 + 2);
    strbuf_puts(out,
                "\n```sh\n# measure\nmake report REGION=all > report.txt\n\ncat report.txt\n```\n\n"
                "1. **Signal**: complaints double\n2. **Action**: switch back\n\n---\n\n");
}

void bench_plan(struct strbuf *out, size_t size)
{
    strbuf_puts(out, "---\ntitle: A long plan\nstart: 2026-01-05\n---\n\n# Plan\n\n");
    for (unsigned i = 1; out->len < size; i++)
        put_initiative(out, i);
}

void bench_list(struct strbuf *out, size_t size)
{
    for (unsigned i = 1; out->len < size; i++)
        strbuf_printf(out, "- [ ] Item %u of a list that nobody has ever put into sections\n", i);
}
