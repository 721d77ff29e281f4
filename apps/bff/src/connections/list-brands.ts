import { brands, operationPaths } from 'paygate-core/brands';
import { z } from 'zod';
import { brandNames } from './connection-view.ts';

const operations = [
  'twint',
  'paymentPage',
  'capture',
  'reverse',
  'credit',
  'inquire',
  'inquire24',
  'refNrChange',
] as const;

/** What is known of each brand before anything is saved: its base, and the files that are called behind it. */
export const brandsView = z.object({
  brands: z.array(
    z.object({
      brand: z.enum(brandNames),
      /** Null where there is none to suggest. */
      baseUrl: z.string().nullable(),
      /** Whether a document of the brand itself names these files for TWINT. */
      twintDocumented: z.boolean(),
    }),
  ),
  files: z.array(z.object({ operation: z.enum(operations), file: z.string() })),
});

/** The brands with their addresses, in the order in which they are offered. */
export function listBrands(): z.infer<typeof brandsView> {
  return {
    brands: brandNames.map((brand) => {
      const { baseUrl, twintDocumented } = brands[brand];
      return { brand, baseUrl, twintDocumented };
    }),
    files: operations.map((operation) => ({ operation, file: operationPaths[operation] })),
  };
}
