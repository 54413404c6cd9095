/* lsp.h: `planls lsp`, the language server. */
#ifndef PLANLS_LSP_LSP_H
#define PLANLS_LSP_LSP_H

/* Runs the server with the arguments behind `lsp` (argv[0] is "lsp" itself) until the client ends
 * it. Gives the exit status: 0 after shutdown and exit, 1 where the client left without, 2 for
 * arguments it does not know. */
int lsp_main(int argc, char **argv);

#endif
