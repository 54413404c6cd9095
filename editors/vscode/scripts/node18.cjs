// What vsce's HTTP library takes for granted and Node 18, which Debian 12 has, keeps in a module. Loaded before vsce.
globalThis.File ??= require("node:buffer").File;
