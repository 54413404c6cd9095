/* query_test.c: a query file (the argument) names only what the grammar has. */
#include <tree_sitter/api.h>

#include <stdio.h>
#include <stdlib.h>

const TSLanguage *LANGUAGE(void);

int main(int argc, char **argv)
{
    static char source[65536];
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    if (!file) {
        fprintf(stderr, "usage: query_test FILE\n");
        return EXIT_FAILURE;
    }
    uint32_t length = (uint32_t)fread(source, 1, sizeof source, file), at;
    fclose(file);
    TSQueryError error;
    TSQuery *query = ts_query_new(LANGUAGE(), source, length, &at, &error);
    if (!query) {
        printf("%s: error %d at byte %u: %.40s\n", argv[1], (int)error, at, source + at);
        return EXIT_FAILURE;
    }
    printf("%u patterns\n", ts_query_pattern_count(query));
    ts_query_delete(query);
    return EXIT_SUCCESS;
}
