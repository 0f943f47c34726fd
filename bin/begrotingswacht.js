#!/usr/bin/env node
// Checks the Node version before anything else is imported: pdfjs-dist 6 loses
// text without a word on Node 20, so an older Node must never reach the reader.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 19)) {
  process.stderr.write(
    `begrotingswacht needs Node 22.19 or newer, and this is ${process.version}. ` +
      'Inside a clone use "npx begrotingswacht", which brings its own Node; elsewhere install a newer Node.\n',
  );
  process.exitCode = 2;
} else {
  const { main } = await import('../dist/cli/main.js');
  await main(process.argv);
}
