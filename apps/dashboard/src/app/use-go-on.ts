import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/**
 * Where an answer leads, for whoever is still on the page that asked: somebody who left it while the
 * answer was under way is not taken away from where they are now.
 */
export function useGoOn(): ReturnType<typeof useNavigate> {
  const navigate = useNavigate();
  const isHere = useRef<boolean>(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return async (options) => {
    if (isHere.current) await navigate(options);
  };
}
