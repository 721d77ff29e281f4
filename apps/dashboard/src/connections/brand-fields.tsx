import { useRef } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { type Brands, brands, type Connection } from './connection.ts';
import type { ConnectionFields } from './connection-fields.ts';
import { EndpointTable } from './endpoint-table.tsx';

type Brand = Connection['brand'];

/** Which white label of the gateway, and where it is called: shown, and to be changed, before saving. */
export function BrandFields({ known: { brands: all, files } }: { readonly known: Brands }) {
  const words = useTranslations('connections');
  const { formState, getValues, register, setValue, watch } = useFormContext<ConnectionFields>();
  const { errors } = formState;
  const [brand, baseUrl] = watch(['brand', 'baseUrl']);
  // What was typed for one brand is there again when it is chosen again.
  const typed = useRef<Partial<Record<Brand, string>>>({});
  const shownBrand = useRef(brand);

  const knownOf = (name: Brand) => all.find((known) => known.brand === name)?.baseUrl ?? null;
  const known = knownOf(brand);
  const given = baseUrl.trim() === '' ? (known ?? '') : baseUrl.trim();
  const takeAddress = (address: string) =>
    setValue('baseUrl', address, { shouldDirty: true, shouldValidate: formState.isSubmitted });

  function changeBrand() {
    typed.current[shownBrand.current] = getValues('baseUrl');
    const chosen = getValues('brand');
    shownBrand.current = chosen;
    takeAddress(typed.current[chosen] || knownOf(chosen) || '');
  }

  return (
    <>
      <Select
        label={words('brand')}
        options={brands.map((name) => ({ value: name, label: words(`brandName.${name}`) }))}
        {...register('brand', { onChange: changeBrand })}
      />
      <TextField
        label={words('baseUrl')}
        hint={words('baseUrlHint')}
        type="url"
        autoComplete="off"
        placeholder={known ?? undefined}
        error={errors.baseUrl?.message}
        {...register('baseUrl', {
          required: brand === 'custom' ? words('required.baseUrl') : false,
          pattern: {
            value: /^\s*$|^\s*(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])/,
            message: words('required.baseUrl'),
          },
        })}
      />
      {known === null || sameBase(known, given) ? null : (
        <Notice tone="warning">
          <p>{words('otherAddress', { brand: words(`brandName.${brand}`), address: known })}</p>
          <Button onPress={() => takeAddress(known)}>{words('takeKnown')}</Button>
        </Notice>
      )}
      <EndpointTable
        base={given}
        files={files}
        isDocumented={all.some((one) => one.brand === brand && one.twintDocumented)}
      />
    </>
  );
}

function sameBase(one: string, other: string): boolean {
  return one.replace(/\/*$/, '/') === other.replace(/\/*$/, '/');
}
