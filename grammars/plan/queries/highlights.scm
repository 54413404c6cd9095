; Headings by level; the mark decides it, also below a setext heading.
(heading (h1)) @markup.heading.1
(heading (h2)) @markup.heading.2
(heading (h3)) @markup.heading.3
(heading (h4)) @markup.heading.4
(heading (h5)) @markup.heading.5
(heading (h6)) @markup.heading.6

(marker) @markup.list
(box) @markup.list.unchecked
((box) @markup.list.checked
  (#any-of? @markup.list.checked "[x]" "[X]" "[✅]"))

(quote) @markup.quote
(fence) @markup.raw.block
(code) @markup.raw.block
(info) @label
(fence_mark) @punctuation.delimiter

(comment) @comment
(html) @markup.raw.block
(break) @punctuation.special
(delimiter) @punctuation.special
(definition) @markup.link
(front_matter) @keyword.directive
