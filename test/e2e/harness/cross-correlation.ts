/** Circular cross-correlation by way of the Fourier transform: index i is lag i, from the end the negative ones. */
export function crossCorrelation(a: Int16Array, b: Int16Array): Float64Array {
  let size = 1;
  while (size < a.length + b.length) size *= 2;
  const real = new Float64Array(size);
  const imaginary = new Float64Array(size);
  // Two real signals in one complex transform.
  real.set(a);
  imaginary.set(b);
  transform(real, imaginary);
  const outReal = new Float64Array(size);
  const outImaginary = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    const mirror = (size - k) % size;
    const re = real[k] ?? 0;
    const im = imaginary[k] ?? 0;
    const mre = real[mirror] ?? 0;
    const mim = imaginary[mirror] ?? 0;
    const [aRe, aIm, bRe, bIm] = [(re + mre) / 2, (im - mim) / 2, (im + mim) / 2, (mre - re) / 2];
    // A times the conjugate of B, itself conjugated: the forward transform then serves as the inverse.
    outReal[k] = aRe * bRe + aIm * bIm;
    outImaginary[k] = -(aIm * bRe - aRe * bIm);
  }
  transform(outReal, outImaginary);
  return outReal;
}

/** In place, radix 2. */
function transform(real: Float64Array, imaginary: Float64Array): void {
  const size = real.length;
  for (let i = 1, j = 0; i < size; i++) {
    let bit = size >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      swap(real, i, j);
      swap(imaginary, i, j);
    }
  }
  for (let length = 2; length <= size; length *= 2) {
    const half = length / 2;
    for (let k = 0; k < half; k++) {
      const angle = (-2 * Math.PI * k) / length;
      butterflies(real, imaginary, { k, half, length, cos: Math.cos(angle), sin: Math.sin(angle) });
    }
  }
}

function butterflies(
  real: Float64Array,
  imaginary: Float64Array,
  step: { k: number; half: number; length: number; cos: number; sin: number },
): void {
  const { k, half, length, cos, sin } = step;
  for (let i = k; i < real.length; i += length) {
    const re = real[i + half] ?? 0;
    const im = imaginary[i + half] ?? 0;
    const turnedRe = re * cos - im * sin;
    const turnedIm = re * sin + im * cos;
    const baseRe = real[i] ?? 0;
    const baseIm = imaginary[i] ?? 0;
    real[i + half] = baseRe - turnedRe;
    imaginary[i + half] = baseIm - turnedIm;
    real[i] = baseRe + turnedRe;
    imaginary[i] = baseIm + turnedIm;
  }
}

function swap(list: Float64Array, i: number, j: number): void {
  const kept = list[i] ?? 0;
  list[i] = list[j] ?? 0;
  list[j] = kept;
}
