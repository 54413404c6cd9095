/* paths.h: file names and paths, told by their extension. */
#ifndef PLAN_INLINE_PATHS_H
#define PLAN_INLINE_PATHS_H

#include "numbers.h"

/* Longer names are words. */
#define MAX_NAME 400

/* A name being passed: letters, digits and what joins them. */
struct name {
    struct short_word stem;      /* before the first dot */
    struct short_word extension; /* behind the last dot */
    bool dotted, slashed;
    bool capital; /* the first character is one */
    char tail[8]; /* the first characters passed here; '?' for those outside ASCII */
    unsigned passed;
};

static bool is_extension(struct short_word *word)
{
    static const char known[] =
        " md mdx markdown txt rst adoc pdf doc docx xls xlsx ppt pptx csv tsv json jsonc jsonl "
        "json5 yml yaml"
        " toml ini cfg conf env lock xml htm html css scss sass less js jsx ts tsx mjs cjs mts cts "
        "vue svelte astro"
        " py pyi ipynb rb go rs c h cc cpp hpp cxx hh java kt kts scala swift mm cs csproj sln fs "
        "php lua sh bash"
        " zsh fish ps1 bat cmd sql proto graphql gql tf hcl gradle dart ex exs erl hrl hs ml mli "
        "clj jl zig nim sol"
        " svg png jpg jpeg gif webp ico mp3 mp4 mov wav zip tar gz tgz log diff patch map plist "
        "prisma feature mmd"
        " puml drawio fig wasm mdc tmpl tpl j2 ejs hbs xcodeproj service snap sum mod ";
    return word_is_one_of(word, known);
}

/* A file that is all extension: `.env`. */
static bool is_dot_file(struct short_word *word)
{
    return word_is_one_of(
        word, " env gitignore gitattributes dockerignore editorconfig eslintrc prettierrc npmrc"
              " nvmrc ");
}

/* Products and sites that look like files: Node.js, docs.rs. */
static bool is_product(struct name *name)
{
    if (name->slashed || !name->dotted)
        return false;
    if (word_is_one_of(&name->extension, " js py "))
        return word_is_one_of(
                   &name->stem,
                   " node next nuxt vue react express three d3 discord ethers web3 p5 ") ||
               (name->capital &&
                word_is_one_of(&name->stem,
                               " nest ember chart alpine day moment fuse plotly mermaid"
                               " tensorflow backbone fabric pixi phaser babylon solid"
                               " hapi koa highlight socket transformers deck auth bull"
                               " brain matter knockout handlebars polymer vidstack "));
    return word_is_one_of(&name->extension, " rs sh ") &&
           word_is_one_of(&name->stem, " docs lib bun brew ");
}

static bool is_file(struct name *name)
{
    if (!name->dotted)
        return false;
    if (name->stem.length == 0 && !name->slashed)
        return is_dot_file(&name->extension);
    return is_extension(&name->extension);
}

static bool is_name_char(int32_t c)
{
    return is_alnum(c) || c == '_' || c == '-' || c == '+' || c == '@';
}

static void name_pass(struct scan *scan, struct name *name)
{
    int32_t c = peek(scan);
    if (name->passed < sizeof name->tail)
        name->tail[name->passed] = (char)(c > 0 && c < 0x80 ? c : '?');
    name->passed++;
    if (c == '/') {
        name->slashed = true;
        name->dotted = false;
    } else if (c == '.') {
        name->dotted = true;
        name->extension.length = 0;
    } else {
        short_word_add(name->dotted ? &name->extension : &name->stem, c);
    }
    pass(scan);
}

/* Behind a file's name: `:147`, `:12-20`, `#part`. */
static void pass_place(struct scan *scan)
{
    int32_t c = peek(scan);
    if (c != ':' && c != '#')
        return;
    pass(scan);
    while (is_digit(peek(scan)) || (c == '#' && (is_name_char(peek(scan)))) ||
           ((peek(scan) == '-' || peek(scan) == ':') && is_digit(scan->last))) {
        bool joint = !is_alnum(peek(scan));
        pass(scan);
        if (!joint)
            mark(scan);
    }
}

/* From wherever in a name: takes the path or product that it is, to its end. False, with the name
 * passed, where it is none. */
static bool scan_name(struct scan *scan, struct name *name)
{
    bool file = false;
    for (;;) {
        int32_t c = peek(scan);
        if (!is_alnum(c) && is_product(name)) {
            mark(scan);
            return finish(scan, T_PRODUCT);
        }
        if (!is_alnum(c) && is_file(name)) {
            file = true;
            mark(scan);
        }
        if ((!is_name_char(c) && c != '.' && c != '/') || (c == '@' && scan->last != '/'))
            break;
        if (name->passed > MAX_NAME)
            return false;
        if (c == '/')
            file = false;
        name_pass(scan, name);
    }
    if (!file)
        return false;
    if (scan->marked == scan->count)
        pass_place(scan);
    return finish(scan, T_PATH);
}

#endif
