import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useAnnounce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import forms from './filters.module.css';
import type { ListAddress, SavedView } from './list-layout.ts';
import { PopoverButton } from './popover-button.tsx';
import type { ListViews } from './use-list-views.ts';
import { ViewForm } from './view-form.tsx';

type ViewActionsProps = {
  readonly of: Pick<ListViews<string>, 'views' | 'view' | 'layout' | 'isChanged' | 'remove'>;
  readonly address: ListAddress;
  /** Keeps what is shown under the name of a view; null: under none. */
  readonly onView: (viewId: string | null) => void;
};

/** Saving what is shown as a view, and what can be done to the one that is open. */
export function ViewActions(props: ViewActionsProps) {
  const { address, onView } = props;
  const { isChanged, layout, view, views } = props.of;
  const words = useTranslations('payments.savedViews');
  const announce = useAnnounce();
  const { habits, list, mayShare, remember, remove, save } = views;
  const newId = useRef(crypto.randomUUID());
  const shown = { list, layout, address };
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
      {isChanged && view?.mayChange ? (
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
                    remember({ lastView: viewId });
                    onView(viewId);
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
                        list,
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
                            props.of.remove(view);
                            onView(null);
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
