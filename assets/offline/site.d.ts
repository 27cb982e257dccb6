/** The files of this version of the site, each with its SHA-256: the build writes it above the worker. */
declare const SITE: { version: string; files: [name: string, checksum: string][] };
