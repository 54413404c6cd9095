/* sample_documents.h: the documents by others that may lie beside the repository. */
#ifndef PLANLS_TESTS_SAMPLE_DOCUMENTS_H
#define PLANLS_TESTS_SAMPLE_DOCUMENTS_H

#include <cmocka.h>
#include <dirent.h>

/* Their folder, opened: the caller closes it. Where there is none the test is skipped and says so. */
static inline DIR *sample_documents(const char **folder)
{
    static const char *const places[] = {PLANLS_SOURCE_DIR "/../shared/corpus",
                                         PLANLS_SOURCE_DIR "/../../shared/corpus"};
    DIR *dir = NULL;
    for (int i = 0; i < 2 && !dir; i++)
        dir = opendir(*folder = places[i]);
    if (!dir) {
        print_message("skipped: there are no sample documents beside the repository\n");
        skip();
    }
    return dir;
}

#endif
