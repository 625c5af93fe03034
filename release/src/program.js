// Stands before what wasm-bindgen and wasm-split write, and is all that they see of fetch and WebAssembly.
//
// Parts of the program lie beside the page, unless the page names another source: a function from the name of a part to
// its Response, or to the promise of one. PARTS says what the splitter's files are called here.
let source = name => window.fetch(name);
function partsFrom(other) { source = other; }
const PARTS = {};
const fetch = (address, ...options) => {
    const name = PARTS[String(address).split('/').pop()];
    return name ? loaded(name) : window.fetch(address, ...options);
};
async function loaded(name) {
    const response = await source(name);
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response;
}
// The program as everybody calls it: what ends it is told to the page. Events of errors would not do, as browsers do not
// say on a page from disk which error it was.
function watched(exports) {
    const told = call => (...given) => {
        try {
            return call(...given);
        } catch (error) {
            const tooDeep = error instanceof RangeError || (error && error.name === 'InternalError');
            if (tooDeep || error instanceof window.WebAssembly.RuntimeError) {
                dispatchEvent(new Event('portal-stopped'));
                // What it was is said nowhere else on a page from disk.
                console.error(String(error));
            }
            throw error;
        }
    };
    // What loads parts calls nothing of the program.
    const call = ([name, value]) =>
        [name, typeof value === 'function' && !name.startsWith('__wasm_split') ? told(value) : value];
    return Object.fromEntries(Object.entries(exports).map(call));
}
const WebAssembly = {
    Instance: window.WebAssembly.Instance,
    Module: window.WebAssembly.Module,
    Table: window.WebAssembly.Table,
    Memory: window.WebAssembly.Memory,
    async instantiate(bytes, imports) {
        const { module, instance } = await window.WebAssembly.instantiate(bytes, imports);
        return { module, instance: { exports: watched(instance.exports) } };
    },
    // A server may say of a file what it likes. Where it says what it is, it is compiled while it comes.
    async instantiateStreaming(coming, imports) {
        const response = await coming;
        if (response.headers.get('content-type') !== 'application/wasm') {
            return WebAssembly.instantiate(await response.arrayBuffer(), imports);
        }
        const { module, instance } = await window.WebAssembly.instantiateStreaming(response, imports);
        return { module, instance: { exports: watched(instance.exports) } };
    },
};
