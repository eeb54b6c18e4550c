/** Object identifier 1.2.840.113549.1.7.2, "signed data" of CMS (RFC 5652), as it stands in DER. */
const signedData = Buffer.from('06092a864886f70d010702', 'hex')

/** Whether the bytes are a CMS signature, in DER or as armoured text. That it is valid is for others to say. */
export function isDetachedSignature(bytes: Uint8Array): boolean {
  const beginning = Buffer.from(bytes.subarray(0, 64))
  if (/^-----BEGIN (?:PKCS7|CMS|PKCS #7 SIGNED DATA)-----/.test(beginning.toString('latin1'))) return true
  // A sequence whose length takes one to five bytes, and in it, first of all, the identifier.
  return beginning[0] === 0x30 && [2, 3, 4, 5, 6].includes(beginning.indexOf(signedData))
}
