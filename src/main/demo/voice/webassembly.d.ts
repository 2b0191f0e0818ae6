/** The part of WebAssembly's interface that main uses: TypeScript declares it only together with the whole DOM. */
declare namespace WebAssembly {
  class Module {
    private readonly brand: 'module';
  }
  class Memory {
    readonly buffer: ArrayBuffer;
  }
  type ExportValue = Memory | ((...args: never[]) => unknown);
  type Exports = Record<string, ExportValue>;
  type ModuleImports = Record<string, (...args: never[]) => unknown>;
  class Instance {
    constructor(module: Module, imports: Record<string, ModuleImports>);
    readonly exports: Exports;
  }
  function compile(bytes: BufferSource): Promise<Module>;
}

type BufferSource = ArrayBufferView<ArrayBuffer> | ArrayBuffer;
