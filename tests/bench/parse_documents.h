/* parse_documents.h: documents to measure parsers with. */
#ifndef PLANLS_TESTS_BENCH_PARSE_DOCUMENTS_H
#define PLANLS_TESTS_BENCH_PARSE_DOCUMENTS_H

#include "base/strbuf.h"

/* A plan of at least that many bytes: initiatives with fields, phases with tasks, tables, fences, quotes
 * and prose, in sections of three levels. */
void bench_plan(struct strbuf *out, size_t size);
/* One list, without any heading. */
void bench_list(struct strbuf *out, size_t size);

#endif
