import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useAnnounce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { differs, type Layout, type SavedView } from './list-layout.ts';
import forms from './payment-filters.module.css';
import { type PaymentSearch, writePaymentSearch } from './payment-search.ts';
import { PopoverButton } from './popover-button.tsx';
import type { UseViews } from './use-views.ts';
import { ViewForm } from './view-form.tsx';

type ViewActionsProps = {
  readonly views: UseViews;
  /** The view that is open. */
  readonly view: SavedView | null;
  readonly search: PaymentSearch;
  readonly layout: Layout;
  readonly onOpen: (viewId: string) => void;
  readonly onRemoved: (view: SavedView) => void;
};

/** Saving what is shown as a view, and what can be done to the one that is open. */
export function ViewActions(props: ViewActionsProps) {
  const { layout, onOpen, search, view, views } = props;
  const words = useTranslations('payments.savedViews');
  const announce = useAnnounce();
  const { habits, mayShare, remember, remove, save } = views;
  const newId = useRef(crypto.randomUUID());
  const address = writePaymentSearch(search);
  const isChanged = view !== null && differs(view, search, layout);
  const shown = { list: 'payments', layout, address } as const;
  const keep = (changed: SavedView) => ({
    viewId: changed.id,
    merchantId: changed.merchantId,
    name: changed.name,
    isTeam: changed.isTeam,
    version: changed.version,
  });
  const saved = () => announce(words('saved'));

  return (
    <>
      {isChanged && view.mayChange ? (
        <Button
          size="small"
          isPending={save.isPending}
          onPress={() => save.mutate({ ...shown, ...keep(view) }, { onSuccess: saved })}
        >
          {words('update', { name: view.name })}
        </Button>
      ) : null}
      <PopoverButton label={words('saveAs')}>
        {(close) => (
          <ViewForm
            name=""
            isTeam={false}
            mayShare={mayShare}
            submit={words('save')}
            isPending={save.isPending}
            error={save.error}
            onSave={(named) => {
              const viewId = newId.current;
              const { merchantId } = views;
              save.mutate(
                { ...shown, ...named, viewId, merchantId },
                {
                  onSuccess: () => {
                    newId.current = crypto.randomUUID();
                    saved();
                    close();
                    onOpen(viewId);
                  },
                },
              );
            }}
          />
        )}
      </PopoverButton>
      {view === null ? null : (
        <PopoverButton label={words('manage')}>
          {(close) => (
            <>
              {view.mayChange ? (
                <ViewForm
                  name={view.name}
                  isTeam={view.isTeam}
                  mayShare={mayShare}
                  submit={words('rename')}
                  isPending={save.isPending}
                  error={save.error}
                  onSave={(named) =>
                    save.mutate(
                      {
                        list: 'payments',
                        ...keep(view),
                        ...named,
                        address: view.address,
                        layout: view.layout,
                      },
                      {
                        onSuccess: () => {
                          saved();
                          close();
                        },
                      },
                    )
                  }
                />
              ) : (
                <p className={forms.form}>{words('ofTeam', { by: view.by })}</p>
              )}
              <div className={forms.form}>
                <label className={forms.choice}>
                  <input
                    type="checkbox"
                    checked={habits.defaultView === view.id}
                    onChange={({ target }) =>
                      remember({ defaultView: target.checked ? view.id : null })
                    }
                  />
                  {words('begin')}
                </label>
                {view.mayChange ? (
                  <Button
                    isPending={remove.isPending}
                    onPress={() =>
                      remove.mutate(
                        { viewId: view.id },
                        {
                          onSuccess: () => {
                            close();
                            props.onRemoved(view);
                          },
                        },
                      )
                    }
                  >
                    {words('remove')}
                  </Button>
                ) : null}
              </div>
            </>
          )}
        </PopoverButton>
      )}
    </>
  );
}
