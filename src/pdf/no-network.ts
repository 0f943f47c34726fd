// Imported before pdf.js, which mends an old `Response` when it is loaded. Node then loads all that it
// has for the network, of which this process has no use.

class Response {
  bytes(): never {
    throw new Error('there is no network here');
  }
}

Object.assign(globalThis, { Response });
