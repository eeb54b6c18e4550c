import { inflateSync } from 'node:zlib'

/** What stands in the picture, as a browser drew it. */
export const writtenWords = ['Certidão de habilitação nº 47', 'Licitação: pavimentação'] as const

/** A picture of two lines of print, in black and white: 560 by 110 points. */
export const printedPicture = Buffer.from(
  [
    'iVBORw0KGgoAAAANSUhEUgAAAjAAAABuAQAAAAARkRRsAAAEtklEQVR42u3YTW7jNhQAYAoKoo1RZplFas4RZukCrnmDniFFL5DZeQBBtJtFdt',
    'UFiuYoVWCg2tVXkCGgXg413tDAG755pOT82Bo5AYyiBSQgkh2SX0SRj3wKw5McrGd6pmd65o1Mqr5dtatsjznvqHrezZio/phjod75qtqdb+kH',
    'BG4KWze3100TKgCZsX2m8L8BlaNOprjPrAqQwjM3dQt70c7c+VaOgea2/XXjPgksja2Z3WFj6kALI4xqmrYxaPz56YBYoZbL7R5jBbyZ+dzCyD',
    'cyicJ/JFZ7DEiLc7i6CCO4UgHdL9qByhRubm2IV2Ju9JgZjjP0ZdmDu5u/ZP1XnjMKLYsviDFnCVOZQDhTM4mfA2B4wR+MGTMdWjb2ZdnMMX9L',
    'LA8ZSGT0u1prnSQyTdEYJQTqCkBFd5UbqU0Fk3GsXNkoIeYPietWhhNTmgSlyLEypNEZrOKLmtmCGltXZuJkhDhsZQwKDo5RxJRYQc3Q0+elZ+',
    'gGUfoyA/T8cCJx2crQqK8XxAypakndv6sZ8cRQ45qhGZi0M6xmQM0ahkWOYVKsPAOMGOYZF2F0t5geMnrHJOyJ2Rh4ZDTTNJw1EzMFVuL9wbzx',
    'M8wzsdx1iqafoSfdMCvqFKiaSRjdffRySu4z6gVjd0xJjFGPnTIspCd+EAzTmnHNxR5TPjH1SPnVhzolD0OzGanS1Iwb8GXN8CdmZJ8zdp9BTo',
    'NIg/HRMYm4z5t5UzN++g1/oSqjRFLZI6MOlq0VTIj5sK50PBFNMNw7JpZR7pirnzUkcewDpWHggMko7uLQhsycDVnkQpMJCs2sGLPBBc+uR3ym',
    '2YRZxqmsGLkh0hEcLumcFooQIwYDEUZuoTjjtFDMrofng0sxu3ZRfinn6Muy95xaFS3M647NaXbNEzHb0zDVaZj5aZi7Ptv6bzHDjrr2x9cydt',
    'DBwPcdDAU37cdNxMJDRxy9LGxlaBfwNVfPCx+/1Evml7KrU8Ize4urP8qXTPcjFsdr/h8ZSs+KaaAFBpSn0TKMRYYzG2bzYqWVlre3OiikDSHC',
    'rJMBpqcBrdNsypA2Bcq4FZuExUMxK2TBfw1MmHHKKgLKMToYSh5oh6PtDqZuA6Vxp41LpJSqjX8Sea4rK/PcmK2xQnQxlWM+0eWj2zBdui7oQt',
    '8T0tZux1uWFWxhL2E/YKzLfOiiKJFKF47BNF+7XVjU2QCWJbjMOu1iSp9AVSv3RqBydzcc08Ueg69jTLByGXLNpBkvP3mGhY7RYekLjzMFMeAY',
    'F6gp4+Wycg+DBRtiMmIMm6q7o8yCOmXsjhFpVTNuIGmkqFPaZ6jHmJwY3TDqN5lW98+YtHTpU2envuyYCqsd893bmS1NkNgz9oNPtIgZytT86R',
    'm+aRj4cJyBZJyvtnCzm36OkZ5JS2J+SGn6+YHrYoyBZLRYGfAvL7kPBg41k+eOyRfGaNPBAAtmMYV3ULA48PkaMTPFQlDZzWgQFTwrJkHGIKB3',
    'gm+HpmOSqBC3+r0K7Tnla8QUmM3pDeL6chBqyttEpN8lESV12as2mN1LErRVXb56u+tk1v82U56Esc0/PbBoGdfHwuMM72J4n231TM/0TM/0TM',
    '/0TPvxFQaXaBYZZri5AAAAAElFTkSuQmCC',
  ].join(''),
  'base64',
)

export const [pictureWidth, pictureHeight] = [560, 110]

/** Its points, a byte each, to be put into a PDF. */
export function greyOfPicture(): Uint8Array {
  const start = printedPicture.indexOf('IDAT') + 4
  const rows = inflateSync(printedPicture.subarray(start, start + printedPicture.readUInt32BE(start - 8)))
  const stride = pictureWidth / 8 + 1
  const grey = new Uint8Array(pictureWidth * pictureHeight)
  for (let at = 0; at < grey.length; at++) {
    const [row, column] = [Math.floor(at / pictureWidth), at % pictureWidth]
    const bits = rows[row * stride + 1 + (column >> 3)] ?? 0
    grey[at] = ((bits >> (7 - (column & 7))) & 1) * 255
  }
  return grey
}
