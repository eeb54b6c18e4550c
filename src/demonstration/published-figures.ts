import type { PublishedFigures } from '../capabilities/statistics/index.ts'

/** The figures of the founding documents: both lists of indices of one month, and the numbers of three installations. */
export const publishedFigures: PublishedFigures = {
  name: 'Minas Gerais, encontro de multiplicadores',
  source: 'apresentação da SEPLAG/MG aos multiplicadores do SEI',
  agencies: [
    { acronym: 'IPSEMG', bornDigital: 908, digitized: 359 },
    { acronym: 'IGAM', users: 108, bornDigital: 653, digitized: 309 },
    { acronym: 'CBMMG', bornDigital: 2129, digitized: 1039 },
    { acronym: 'SESP', users: 490, bornDigital: 6102, digitized: 3110 },
    { acronym: 'SEE', users: 161, bornDigital: 650, digitized: 358 },
    { acronym: 'CGE', bornDigital: 878, digitized: 525 },
    { acronym: 'SES', users: 1117, bornDigital: 7124, digitized: 4896 },
    { acronym: 'SEAP', users: 3249, bornDigital: 20_357, digitized: 14_056 },
    { acronym: 'SEESP', users: 129, bornDigital: 896, digitized: 631 },
    { acronym: 'IEF', bornDigital: 530, digitized: 423 },
    { acronym: 'SEPLAG', users: 810, utilizationTenths: 143 },
    { acronym: 'FCS', users: 110, utilizationTenths: 105 },
    { acronym: 'SEGOV', users: 142, utilizationTenths: 70 },
    { acronym: 'PCMG', users: 3582, utilizationTenths: 66 },
  ],
  houses: [
    {
      name: 'Governo de MG',
      externalUsers: 1979,
      registeredUsers: 20_032,
      documents: 130_000,
      storageBytes: 300 * 1024 ** 3,
    },
    { name: 'Prefeitura de SP', registeredUsers: 22_425, documents: 196_000, storageBytes: 6 * 1024 ** 4 },
    {
      name: 'PRF',
      externalUsers: 3481,
      registeredUsers: 12_956,
      documents: 500_000,
      storageBytes: Math.round(10.3 * 1024 ** 4),
    },
  ],
}
