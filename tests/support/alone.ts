/**
 * Test files that put something else in the place of a global or load modules anew. Each runs in a process of its own;
 * all others share a few processes and the modules loaded there. tests/architecture/alone.test.ts keeps the list true.
 */
export const alone = ['beneath-dialogs', 'client', 'last-seen'].map((name) => `tests/unit/renderer/${name}.test.ts`)
