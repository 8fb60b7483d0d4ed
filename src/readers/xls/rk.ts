const scratch = new DataView(new ArrayBuffer(8))

/** A number packed into 30 bits ([MS-XLS] 2.5.217): an integer or the upper part of a double, either in hundredths. */
export function rkNumber(packed: number): number {
  const isHundredth = (packed & 1) !== 0
  const isInteger = (packed & 2) !== 0
  let value: number
  if (isInteger) value = (packed | 0) >> 2
  else {
    scratch.setUint32(0, (packed & ~3) >>> 0)
    scratch.setUint32(4, 0)
    value = scratch.getFloat64(0)
  }
  return isHundredth ? value / 100 : value
}
